/** The result examples of the published procedure that the first course keeps byte for byte. */
export const LS = '2021-12-20 09:00:00 example-bucket';

export const VPCS = `{
    "Vpcs": [
        {
            "CidrBlock": "10.0.0.0/16",
            "DhcpOptionsId": "dopt-bec282da",
            "State": "available",
            "VpcId": "vpc-03b6793be492e9eaa",
            "OwnerId": "XXXXXXXXXXXX",
            "InstanceTenancy": "default",
            "CidrBlockAssociationSet": [
                {
                    "AssociationId": "vpc-cidr-assoc-0379592cf9e84bd4b",
                    "CidrBlock": "10.0.0.0/16",
                    "CidrBlockState": {
                        "State": "associated"
                    }
                }
            ],
            "IsDefault": false,
            "Tags": [
                {
                    "Key": "aws:cloudformation:stack-id",
                    "Value": "arn:aws:cloudformation:ap-northeast-1:XXXXXXXXXXXX:stack/handson-cloud9/de3e6880-2758-11ec-bc32-06689a7cb845"
                },
                {
                    "Key": "aws:cloudformation:stack-name",
                    "Value": "handson-cloud9"
                },
                {
                    "Key": "aws:cloudformation:logical-id",
                    "Value": "Vpc0StackNameSuffix"
                },
                {
                    "Key": "Name",
                    "Value": "handson-cloud9-vpc"
                }
            ]
        }
    ]
}`;

export const REFUSED =
  'An error occurred (InvalidClientTokenId) when calling the ListUsers operation: The security token included in the request is invalid';

export const EXPIRED =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';

/** Actual output of the course's account for VPCS. */
export const REAL_VPCS = VPCS.replaceAll('XXXXXXXXXXXX', '123456789012');
